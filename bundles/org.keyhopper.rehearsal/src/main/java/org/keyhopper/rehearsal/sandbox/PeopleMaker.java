package org.keyhopper.rehearsal.sandbox;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes people up: the same ones every time, with the kinds of names that break programs. */
public final class PeopleMaker {

    private static final List<String> GIVEN = List.of(
            "Amélie",
            "Björn",
            "Chiara",
            "Dmitri",
            "Eoin",
            "Fatima",
            "Grete",
            "Hüseyin",
            "Ines",
            "Jürgen",
            "Katarzyna",
            "Liam",
            "Mei",
            "Nuño",
            "Olga",
            "Priya",
            "Quentin",
            "Renée",
            "Søren",
            "Tomáš",
            "Ursula",
            "Vittoria",
            "Wei",
            "Xenia",
            "Yusuf",
            "Zoë",
            "Jean-Pierre",
            "Anna Maria",
            "Maximiliane");
    private static final List<String> FAMILY = List.of(
            "O'Brien",
            "Müller",
            "D'Angelo",
            "Nowak",
            "Sørensen",
            "García Márquez",
            "van der Berg",
            "Öztürk",
            "Smith-Jones",
            "Åkesson",
            "Kovačević",
            "Nguyễn",
            "MacDonald",
            "Čapek",
            "L'Hôpital",
            "Schmidt",
            "Tanaka",
            "Al-Rashid",
            "Wolfeschlegelsteinhausen",
            "Li",
            "Fernández",
            "Groß",
            "Ó Súilleabháin",
            "Petrov",
            "de la Cruz",
            "Weiß",
            "Żółć",
            "Ivanova",
            "Dubois",
            "Bianchi",
            "Novotný");

    private PeopleMaker() {}

    static List<SandboxUser> make(int count, String domain) {
        return IntStream.range(0, count).mapToObj(n -> person(n, domain)).toList();
    }

    private static SandboxUser person(int n, String domain) {
        String given = GIVEN.get(n % GIVEN.size());
        String family = FAMILY.get(n % FAMILY.size());
        int round = n / (GIVEN.size() * FAMILY.size());
        String account = account(given) + "." + account(family) + (round == 0 ? "" : round) + "@" + domain;
        String id =
                UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
        return new SandboxUser(id, account, given + " " + family, family, account, true);
    }

    /** Keeps the apostrophe, which is allowed in a user principal name and often forgotten. */
    private static String account(String name) {
        return Normalizer.normalize(name.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9'-]", "")
                .toLowerCase(Locale.ROOT);
    }
}

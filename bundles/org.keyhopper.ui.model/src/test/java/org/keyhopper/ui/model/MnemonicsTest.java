package org.keyhopper.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mnemonics that are available at the same time must differ, in every language. */
class MnemonicsTest {

    static List<List<String>> together() {
        return List.of(
                List.of(
                        "action.NEXT_USER",
                        "action.TRY_NEW_DEVICE",
                        "action.RESET_AND_PROVISION",
                        "action.STOP",
                        "action.SWITCH_TO_PRINTERS"),
                List.of(
                        "network.proxy",
                        "network.user",
                        "network.password",
                        "network.direct",
                        "network.authorities",
                        "network.save"),
                List.of("central.address", "central.name", "central.code", "central.check", "close"),
                List.of("central.address", "central.name", "central.code", "central.join", "close"),
                List.of("central.address", "central.name", "central.code", "central.join.pinned", "close"),
                List.of("central.leave", "central.again", "central.signIn", "central.signOut", "close"),
                List.of("central.leave", "central.again", "central.signIn.cancel", "central.signOut", "close"),
                List.of("requests.joinCentral", "requests.addDirectory", "requests.tryIt"),
                List.of("action.TRY_NEW_DEVICE", "action.SKIP_USER", "action.STOP", "action.SWITCH_TO_PRINTERS"),
                List.of("action.TOUCH_TO_CHOOSE", "action.SKIP_USER", "action.STOP", "action.SWITCH_TO_PRINTERS"),
                List.of("action.TRY_AGAIN", "action.SET_ASIDE", "action.STOP", "action.SWITCH_TO_PRINTERS"),
                List.of("action.RECONCILE", "action.SET_ASIDE", "action.STOP", "action.SWITCH_TO_PRINTERS"),
                List.of("action.START_AGAIN", "action.VIEW_SUMMARY"),
                List.of(
                        "requests.import",
                        "requests.search",
                        "requests.provision",
                        "requests.results",
                        "requests.refresh",
                        "requests.remove",
                        "requests.widen"),
                List.of("requests.provision", "requests.results", "requests.refresh", "requests.narrow"),
                List.of("table.copy", "table.find", "table.sort", "table.columns"),
                List.of("table.descending", "table.unsorted"),
                List.of(
                        "results.retry",
                        "results.reconcile",
                        "results.pin",
                        "results.passkeys",
                        "results.report.csv",
                        "results.report.pdf",
                        "results.handOut"),
                List.of(
                        "results.retry",
                        "results.reconcile.stop",
                        "results.pin",
                        "results.passkeys",
                        "results.report.csv",
                        "results.report.pdf",
                        "results.handOut"),
                List.of(
                        "laneAction.CONTINUE",
                        "laneAction.CARD_TAKEN_OUT",
                        "laneAction.REJECT_CARD",
                        "laneAction.GIVE_UP",
                        "automaticAction.PAUSE",
                        "automaticAction.CONTINUE",
                        "automaticAction.STOP_AFTER_THIS_CARD",
                        "automaticAction.SWITCH_TO_MANUAL"),
                List.of(
                        "automaticAction.VIEW_SUMMARY",
                        "automaticAction.NEXT_REQUEST",
                        "automaticAction.START_AGAIN",
                        "automaticAction.CLOSE"),
                List.of(
                        "setup.start",
                        "setup.again",
                        "setup.teach",
                        "setup.provisioned.REJECT",
                        "setup.provisioned.RESET",
                        "setup.address",
                        "setup.encoder",
                        "setup.reader",
                        "setup.hopper"),
                List.of("setup.hopper", "hopper.continue", "cancel"),
                List.of("profile.saved.save.name", "profile.saved.save.confirm", "cancel"),
                List.of("teach.learn", "teach.forget", "teach.printer", "setup.encoder", "close"),
                List.of(
                        "search.text",
                        "search.add",
                        "search.filter",
                        "search.all",
                        "search.none",
                        "search.drop",
                        "search.holders.look",
                        "search.holders.leaveOut",
                        "search.cancel",
                        "draft.create",
                        "draft.label.name",
                        "draft.label.directory"),
                List.of("reset.confirm", "reset.cancel"),
                List.of("devices.reset.confirm", "reset.cancel"),
                List.of("devices.delete.confirm", "devices.delete.cancel"),
                List.of("devices.pin.current", "devices.pin.next", "pin.repeat", "pin.ok", "pin.giveUp"),
                List.of(
                        "devices.tab.plugged",
                        "devices.tab.inventory",
                        "devices.action.UNLOCK",
                        "devices.action.SET_PIN",
                        "devices.action.BLINK",
                        "devices.action.RESET"),
                List.of(
                        "devices.tab.plugged",
                        "devices.tab.inventory",
                        "devices.action.LOCK",
                        "devices.action.DELETE",
                        "devices.action.CHANGE_PIN",
                        "devices.action.BLINK",
                        "devices.action.RESET"),
                List.of("devices.tab.plugged", "devices.tab.inventory", "devices.action.CANCEL"),
                List.of(
                        "devices.tab.plugged",
                        "devices.tab.inventory",
                        "inventory.search",
                        "inventory.passkeys",
                        "inventory.lost",
                        "inventory.export"),
                List.of("passkeys.revoke", "close"),
                List.of("passkeys.revoke.confirm", "cancel"),
                List.of("consent.yes", "consent.no"),
                List.of("signIn.copy", "signIn.open", "signIn.cancel"),
                List.of(
                        "rehearsal.usedCard",
                        "rehearsal.takeOut",
                        "rehearsal.putBack",
                        "rehearsal.loadPrinter",
                        "rehearsal.loadFaulty",
                        "rehearsal.jam",
                        "rehearsal.clearJam",
                        "rehearsal.realistic",
                        "rehearsal.leave",
                        "menu.directories",
                        "menu.preferences",
                        "menu.places",
                        "menu.theme",
                        "menu.help",
                        "menu.exit"),
                List.of(
                        "menu.documents",
                        "menu.problems",
                        "menu.rehearse",
                        "menu.assistant",
                        "menu.shortcuts",
                        "menu.updates",
                        "menu.drivers",
                        "menu.support",
                        "menu.about"),
                List.of(
                        "menu.place.REQUESTS",
                        "menu.place.MANUAL",
                        "menu.place.AUTOMATIC",
                        "menu.place.RESULTS",
                        "menu.place.DEVICES"),
                List.of(
                        "preferences.appearance",
                        "preferences.language",
                        "preferences.textSize",
                        "preferences.sounds",
                        "preferences.encoder",
                        "preferences.provisioned",
                        "preferences.updateSite",
                        "preferences.network",
                        "preferences.save",
                        "close"),
                List.of("requests.addDirectory", "assistant.back", "assistant.skip", "assistant.close"),
                List.of("requests.import", "requests.search", "assistant.back", "assistant.skip", "assistant.close"),
                List.of("assistant.provision", "assistant.back", "assistant.next", "assistant.close"),
                List.of("requests.addDirectory", "requests.tryIt"),
                List.of("action.VIEW_SUMMARY", "action.NEXT_REQUEST", "action.CLOSE"),
                List.of(
                        "action.TRY_NEW_DEVICE",
                        "action.SKIP_USER",
                        "action.FIND_PERSON",
                        "action.STOP",
                        "action.SWITCH_TO_PRINTERS"),
                List.of("find.text", "find.go"),
                List.of("upkeep.site", "upkeep.look", "upkeep.apply", "close"),
                List.of("directories.add", "directories.remove", "directory.name", "directory.test", "directory.save"));
    }

    @ParameterizedTest
    @MethodSource("together")
    void mnemonicsAreUnique(List<String> keys) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Messages messages = Messages.in(locale);
            List<Character> mnemonics =
                    keys.stream().map(key -> mnemonic(messages.text(key))).toList();
            assertEquals(mnemonics.size(), mnemonics.stream().distinct().count(), () -> locale + " " + mnemonics);
        }
    }

    private static char mnemonic(String text) {
        return Character.toLowerCase(text.charAt(text.indexOf('&') + 1));
    }
}

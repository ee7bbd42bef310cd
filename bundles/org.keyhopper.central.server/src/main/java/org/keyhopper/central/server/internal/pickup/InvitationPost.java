package org.keyhopper.central.server.internal.pickup;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.pickup.Invitation;
import org.keyhopper.central.pickup.Invitations;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.config.InvitationTemplate;
import org.keyhopper.central.server.internal.config.MailAddress;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.mail.MailFailure;
import org.keyhopper.central.server.internal.mail.MailMessage;
import org.keyhopper.central.server.internal.mail.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the invitations that are due, one after the other. What is to be sent is in the database, so that any instance does it. */
public final class InvitationPost implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(InvitationPost.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Invitations invitations;
    private final Mailbox mailbox;
    private final PickUpSettings settings;
    private final InvitationTemplate template;
    private final String publicUrl;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("invitations").daemon().factory());

    private InvitationPost(Invitations invitations, Mailbox mailbox, PickUpSettings settings, String publicUrl)
            throws IOException {
        this.invitations = invitations;
        this.mailbox = mailbox;
        this.settings = settings;
        this.publicUrl = publicUrl;
        template = InvitationTemplate.of(settings.template(), settings.language());
    }

    /** Starts it. */
    public static InvitationPost start(
            Invitations invitations, Mailbox mailbox, PickUpSettings settings, String publicUrl) throws IOException {
        InvitationPost post = new InvitationPost(invitations, mailbox, settings, publicUrl);
        post.timer.scheduleWithFixedDelay(post::sendDue, 1, PERIOD.toSeconds(), TimeUnit.SECONDS);
        return post;
    }

    private void sendDue() {
        try {
            Optional<Invitation> next = invitations.next();
            while (next.isPresent() && !timer.isShutdown()) {
                send(next.get());
                next = invitations.next();
            }
        } catch (RuntimeException e) {
            LOGGER.error("Invitations were not sent", e);
        }
    }

    private void send(Invitation invitation) {
        Caller caller = new Caller(
                Caller.Kind.COMMAND, "invitations", List.of(), UUID.randomUUID().toString());
        Optional<MailFailure> failure = MailAddress.isValid(invitation.address())
                ? mailbox.send(message(invitation))
                : Optional.of(new MailFailure(CentralProblem.MAIL_NO_ADDRESS, false, "no address"));
        if (failure.isEmpty()) {
            invitations.sent(caller, invitation);
            return;
        }
        LOGGER.warn("{} was not sent: {}", invitation, failure.get().detail());
        invitations.failed(
                caller, invitation, failure.get().problem(), failure.get().mayHelp());
    }

    private MailMessage message(Invitation invitation) {
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
                .withLocale(settings.language())
                .withZone(ZoneId.systemDefault())
                .format(invitation.expires());
        Map<String, String> values = Map.of(
                "name",
                invitation.name(),
                "link",
                publicUrl + "/pick-up/" + invitation.token(),
                "expires",
                until,
                "contact",
                settings.contact());
        return new MailMessage(invitation.address(), template.subject(values), template.text(values));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

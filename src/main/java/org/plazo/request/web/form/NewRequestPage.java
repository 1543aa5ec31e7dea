package org.plazo.request.web.form;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.plazo.request.Direction;
import org.plazo.request.IncomingCommands;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommands;
import org.plazo.request.web.input.TypedPageFields;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which a request of either side is entered: done and on to its page, or the same form with what was wrong. */
@Controller
@RequestMapping("/requests/new")
class NewRequestPage {

    private final RequestCommands commands;
    private final IncomingCommands incoming;
    private final FormTemplate template;
    private final Parties parties;
    private final CurrentActor actor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NewRequestPage(
            RequestCommands commands,
            IncomingCommands incoming,
            FormTemplate template,
            Parties parties,
            CurrentActor actor,
            TransactionTemplate transactions,
            Clock clock) {
        this.commands = commands;
        this.incoming = incoming;
        this.template = template;
        this.parties = parties;
        this.actor = actor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param direction who asks; without it we do */
    @GetMapping
    String empty(@RequestParam(defaultValue = "OUTGOING") Direction direction, Locale locale, Model model) {
        requireRole();
        RequestForm form =
                RequestForm.empty(direction, parties.lowestClassification().code());
        return template.fill(form, null, Map.of(), false, locale, model);
    }

    /**
     * Enters a draft, with {@code then=submit} one that is handed in at once; or what came in, with {@code then=register}
     * registered at once: both or nothing.
     */
    @PostMapping
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        requireRole();
        RequestForm form = RequestForm.typed(typed);
        if (RowButtons.pressed(form, typed, model)) {
            return template.fill(form, null, Map.of(), false, locale, model);
        }
        form.dropEmptyRows();
        String then = String.valueOf(typed.getFirst("then"));
        try {
            Entered entered = transactions.execute(
                    status -> form.direction() == Direction.INCOMING ? receive(form, then) : enter(form, then));
            Entered done = Objects.requireNonNull(entered);
            return FormTemplate.toPage(done.reference(), done.done(), onRedirect);
        } catch (TypedPageFields.Refused unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Map<String, String> reasons =
                    Map.of(unreadable.field(), template.words(locale).of(unreadable.messageKey()));
            return template.fill(form, null, reasons, false, locale, model);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return template.fill(
                    form, null, InvalidInputPageWords.of(wrong, template.words(locale)), false, locale, model);
        } catch (TransientDataAccessException locked) {
            FormTemplate.busy(response, model);
            return template.fill(form, null, Map.of(), false, locale, model);
        }
    }

    /** A new request, and what was done to it last. */
    private record Entered(String reference, String done) {}

    private Entered enter(RequestForm form, String then) {
        String entered = commands.create(form.toNewRequest(), actor.get());
        if (!then.equals("submit")) {
            return new Entered(entered, "creation");
        }
        commands.submit(entered, actor.get());
        return new Entered(entered, "submission");
    }

    private Entered receive(RequestForm form, String then) {
        Instant receivedAt = new TypedPageFields(
                        Map.of(RequestForm.RECEIVED_AT, form.value(RequestForm.RECEIVED_AT)),
                        parties.home().zone(),
                        clock)
                .time(RequestForm.RECEIVED_AT);
        String channel = form.value(RequestForm.CHANNEL);
        String entered =
                incoming.receive(form.toNewRequest(), receivedAt, channel.isEmpty() ? null : channel, actor.get());
        if (!then.equals("register")) {
            return new Entered(entered, "receipt");
        }
        incoming.register(entered, null, actor.get());
        return new Entered(entered, "registration");
    }

    private void requireRole() {
        if (!actor.get().hasAny(Role.HANDLER)) {
            throw new NotPermitted("This form needs another role");
        }
    }
}

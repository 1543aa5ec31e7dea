package org.plazo.request.web.form;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ChangedMeanwhile;
import org.plazo.request.Direction;
import org.plazo.request.FieldIsFixed;
import org.plazo.request.IncomingCommands;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDetails;
import org.plazo.request.web.input.RequestVersions;
import org.plazo.request.web.input.TypedPageFields;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.context.MessageSource;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which a request of either side is entered and edited: done and on to its page, or the same form with what was wrong. */
@Controller
class RequestFormPage {

    private static final String TEMPLATE = "requests/form";
    private static final Pattern ROW = Pattern.compile("([a-z]+)\\[(\\d{1,3})]");
    /** What changes nothing that the form shows. */
    private static final Set<LedgerAction> SILENT =
            Set.of(LedgerAction.READ, LedgerAction.EXPORTED, LedgerAction.DOCUMENT_READ);

    private final RequestCommands commands;
    private final IncomingCommands incoming;
    private final RegisterQueries register;
    private final RequestFormViews views;
    private final RequestVersions versions;
    private final Parties parties;
    private final CurrentActor actor;
    private final TransactionTemplate transactions;
    private final MessageSource messages;
    private final Clock clock;

    RequestFormPage(
            RequestCommands commands,
            IncomingCommands incoming,
            RegisterQueries register,
            RequestFormViews views,
            RequestVersions versions,
            Parties parties,
            CurrentActor actor,
            TransactionTemplate transactions,
            MessageSource messages,
            Clock clock) {
        this.commands = commands;
        this.incoming = incoming;
        this.register = register;
        this.views = views;
        this.versions = versions;
        this.parties = parties;
        this.actor = actor;
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param direction who asks; without it we do */
    @GetMapping("/requests/new")
    String empty(@RequestParam(defaultValue = "OUTGOING") Direction direction, Locale locale, Model model) {
        requireRole(Role.HANDLER);
        RequestForm form =
                RequestForm.empty(direction, parties.lowestClassification().code());
        return draw(form, null, Map.of(), false, locale, model);
    }

    /**
     * Enters a draft, with {@code then=submit} one that is handed in at once; or what came in, with {@code then=register}
     * registered at once: both or nothing.
     */
    @PostMapping("/requests/new")
    String create(
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        requireRole(Role.HANDLER);
        RequestForm form = RequestForm.typed(typed);
        if (rearranged(form, typed, model)) {
            return draw(form, null, Map.of(), false, locale, model);
        }
        form.dropEmptyRows();
        String then = String.valueOf(typed.getFirst("then"));
        try {
            Entered entered = transactions.execute(
                    status -> form.direction() == Direction.INCOMING ? receive(form, then) : enter(form, then));
            return toPage(Objects.requireNonNull(entered), onRedirect);
        } catch (TypedPageFields.Refused unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Map<String, String> reasons =
                    Map.of(unreadable.field(), words(locale).of(unreadable.messageKey()));
            return draw(form, null, reasons, false, locale, model);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return draw(form, null, InvalidInputPageWords.of(wrong, words(locale)), false, locale, model);
        } catch (TransientDataAccessException locked) {
            busy(response, model);
            return draw(form, null, Map.of(), false, locale, model);
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

    @GetMapping("/requests/{reference}/edit")
    String edit(@PathVariable String reference, Locale locale, Model model) {
        RequestDetails request = register.details(reference);
        requireRole(Role.HANDLER, Role.MANAGER, Role.HEAD);
        model.addAttribute("seen", latest(reference));
        return draw(RequestForm.of(request), request, Map.of(), false, locale, model);
    }

    /**
     * Stores what was changed.
     *
     * @param version the one that the form shows
     * @param seen the number of the last ledger entry when the form was made
     */
    @PostMapping("/requests/{reference}/edit")
    String store(
            @PathVariable String reference,
            @RequestParam long version,
            @RequestParam long seen,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        RequestDetails request = register.details(reference);
        requireRole(Role.HANDLER, Role.MANAGER, Role.HEAD);
        RequestForm form = RequestForm.typed(typed);
        model.addAttribute("seen", seen);
        if (rearranged(form, typed, model)) {
            model.addAttribute("version", version);
            return draw(form, request, Map.of(), false, locale, model);
        }
        form.dropEmptyRows();
        PageWords words = words(locale);
        Map<String, String> reasons = new LinkedHashMap<>();
        try {
            String tag = "\"" + version + "\"";
            versions.run(reference, tag, () -> commands.edit(reference, form.toEdit(request), actor.get()));
            return toPage(new Entered(reference, "edit"), onRedirect);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            reasons.putAll(InvalidInputPageWords.of(wrong, words));
        } catch (FieldIsFixed fixed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            reasons.put(fixed.field(), words.of("pages.form.fixed"));
        } catch (ChangedMeanwhile late) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            List<LedgerEntry> entries = register.events(reference);
            model.addAttribute("meanwhile", since(entries, seen, locale));
            model.addAttribute("seen", last(entries));
            return draw(form, register.details(reference), reasons, true, locale, model);
        } catch (TransientDataAccessException locked) {
            busy(response, model);
        }
        return draw(form, request, reasons, false, locale, model);
    }

    /** A long import holds the counter of references, or somebody changes the same request at this moment. */
    private static void busy(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        model.addAttribute("busy", true);
    }

    /** Whether the form was sent only to have a row more or less. */
    private static boolean rearranged(RequestForm form, MultiValueMap<String, String> typed, Model model) {
        String more = typed.getFirst("more");
        Optional<FormList> longer = list(more);
        if (longer.isPresent()) {
            FormList list = longer.get();
            form.addRow(list);
            int row = form.rows(list).size() - 1;
            model.addAttribute(
                    "focus",
                    RequestFormView.Input.idOf(list.nameOf(row, list.columns().get(0))));
            return true;
        }
        Matcher row = ROW.matcher(String.valueOf(typed.getFirst("less")));
        if (row.matches() && list(row.group(1)).isPresent()) {
            form.removeRow(list(row.group(1)).get(), Integer.parseInt(row.group(2)));
            model.addAttribute("focus", row.group(1) + "-more");
            return true;
        }
        return false;
    }

    private static Optional<FormList> list(@Nullable String name) {
        return Stream.of(FormList.values())
                .filter(list -> list.apiName().equals(name))
                .findFirst();
    }

    private List<String> since(List<LedgerEntry> entries, long seen, Locale locale) {
        return entries.stream()
                .filter(entry -> entry.id() > seen && !SILENT.contains(entry.action()))
                .map(entry -> entry.sentence().in(locale))
                .toList();
    }

    private long latest(String reference) {
        return last(register.events(reference));
    }

    private static long last(List<LedgerEntry> entries) {
        return entries.stream().mapToLong(LedgerEntry::id).max().orElse(0);
    }

    private static String toPage(Entered changed, RedirectAttributes onRedirect) {
        onRedirect.addFlashAttribute("done", changed.done());
        onRedirect.addAttribute("reference", changed.reference());
        return "redirect:/requests/{reference}";
    }

    private String draw(
            RequestForm form,
            @Nullable RequestDetails request,
            Map<String, String> reasons,
            boolean compared,
            Locale locale,
            Model model) {
        model.addAttribute(
                "self",
                request == null ? "/requests/new" : "/requests/" + request.row().reference() + "/edit");
        model.addAttribute("form", views.of(form, request, reasons, compared, words(locale)));
        if (request != null && !model.containsAttribute("version")) {
            model.addAttribute("version", request.version());
        }
        return TEMPLATE;
    }

    private PageWords words(Locale locale) {
        return new PageWords(messages, locale);
    }

    private void requireRole(Role... roles) {
        if (!actor.get().hasAny(roles)) {
            throw new NotPermitted("This form needs another role");
        }
    }
}

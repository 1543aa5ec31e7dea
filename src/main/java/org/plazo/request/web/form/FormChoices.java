package org.plazo.request.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plazo.request.CodeList;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestField;
import org.plazo.request.Urgency;
import org.plazo.request.access.Handlers;
import org.plazo.request.web.form.RequestFormView.Choice;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageNames.Named;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.Actor;

/** What can be chosen in the fields of a form. A code that the configuration does not know is offered as it is. */
record FormChoices(PageNames names, PageWords words, Handlers handlers, RequestAccess access, Actor reader) {

    /** Nobody may choose a classification that would hide the request from himself. */
    List<Choice> of(RequestField field, RequestForm form) {
        String value = form.value(field.apiName());
        CodeList list = field.codes(form.direction());
        List<Named> codes = list == null ? urgencies() : names.of(list);
        return chosen(
                codes.stream()
                        .filter(code -> list != CodeList.CLASSIFICATIONS
                                || code.code().equals(value)
                                || access.mayRead(code.code(), reader)),
                value);
    }

    /** Without a list of codes it is the side of a reference. */
    List<Choice> of(FormList.Column column, String value) {
        CodeList codes = column.codes();
        return chosen(codes == null ? sides() : names.of(codes).stream(), value);
    }

    List<Choice> channels(RequestForm form) {
        return chosen(names.channels().stream(), form.value(RequestForm.CHANNEL));
    }

    List<Choice> handlers(RequestForm form) {
        return chosen(handlers.all().stream().map(PageNames::person), form.value(RequestForm.HANDLER));
    }

    List<Choice> circles(RequestForm form) {
        return names.of(CodeList.NEED_TO_KNOW).stream()
                .map(circle -> Choice.of(circle, form.has(circle.code())))
                .toList();
    }

    private static List<Choice> chosen(Stream<Named> all, String value) {
        List<Choice> choices = new ArrayList<>();
        all.forEach(each -> choices.add(Choice.of(each, each.code().equals(value))));
        if (!value.isEmpty() && choices.stream().noneMatch(Choice::chosen)) {
            choices.add(new Choice(value, value, true));
        }
        return choices;
    }

    private List<Named> urgencies() {
        return Stream.of(Urgency.values())
                .map(urgency -> new Named(urgency.name(), words.of("request.urgency." + urgency)))
                .toList();
    }

    private Stream<Named> sides() {
        return Stream.of(ReferenceSide.values()).map(side -> new Named(side.name(), words.of("request.side." + side)));
    }
}

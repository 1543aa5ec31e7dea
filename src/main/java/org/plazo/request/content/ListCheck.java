package org.plazo.request.content;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.plazo.request.CodeList;
import org.plazo.request.FieldProblems;
import org.plazo.request.FurtherReference;
import org.plazo.request.Parties;
import org.plazo.request.RequestSubject;

/** Whether the lists that belong to a request are what they should be. */
public final class ListCheck {

    private static final int MOST = 50;

    private final Parties parties;

    ListCheck(Parties parties) {
        this.parties = parties;
    }

    public void references(List<FurtherReference> references, FieldProblems problems) {
        few("references", references, problems);
        for (int i = 0; i < references.size(); i++) {
            String at = "references[" + i + "].";
            FurtherReference reference = references.get(i);
            problems.required(at + "side", reference.side());
            code(at + "type", reference.type(), CodeList.REFERENCE_TYPES, problems);
            problems.requiredLine(at + "number", reference.number(), FurtherReference.LONGEST_NUMBER);
            problems.line(at + "issuer", reference.issuer(), FurtherReference.LONGEST_ISSUER);
        }
    }

    public void subjects(List<RequestSubject> subjects, FieldProblems problems) {
        few("subjects", subjects, problems);
        for (int i = 0; i < subjects.size(); i++) {
            String at = "subjects[" + i + "].";
            RequestSubject subject = subjects.get(i);
            code(at + "kind", subject.kind(), CodeList.SUBJECT_KINDS, problems);
            problems.line(at + "role", subject.role(), RequestSubject.LONGEST_ROLE);
            problems.requiredLine(at + "name", subject.name(), RequestSubject.LONGEST_NAME);
            problems.text(at + "identifiers", subject.identifiers(), RequestSubject.LONGEST_IDENTIFIERS);
            problems.text(at + "details", subject.details(), RequestSubject.LONGEST_DETAILS);
        }
    }

    public void needToKnow(Collection<String> circles, FieldProblems problems) {
        circles.stream()
                .filter(circle -> !CodeList.NEED_TO_KNOW.has(circle, parties))
                .forEach(circle -> problems.add("needToKnow", "unknown code"));
    }

    /** Whether they exist is seen when they are linked. */
    public void earlierRequests(List<String> references, FieldProblems problems) {
        few("earlierRequests", references, problems);
        if (new HashSet<>(references).size() < references.size()) {
            problems.add("earlierRequests", "names one request twice");
        }
    }

    private static void few(String field, List<?> list, FieldProblems problems) {
        if (list.size() > MOST) {
            problems.add(field, "are more than " + MOST);
        }
    }

    private void code(String field, String code, CodeList list, FieldProblems problems) {
        if (problems.required(field, code) && !list.has(code, parties)) {
            problems.add(field, "unknown code");
        }
    }
}

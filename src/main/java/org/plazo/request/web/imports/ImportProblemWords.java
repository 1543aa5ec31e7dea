package org.plazo.request.web.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageWords;

/** Says in the reader's language what is wrong with a row of a file, or with the file; the import speaks to programs. */
final class ImportProblemWords {

    private record Known(Pattern reason, String key) {}

    private static final List<Known> KNOWN = List.of(
            known("has (\\d+) cells, but the header has (\\d+)", "imports.problem.cells"),
            known("is in line (\\d+) already", "imports.problem.twice"),
            known("this column is missing", "imports.problem.column-missing"),
            known("this column is there twice", "imports.problem.column-twice"),
            known("unknown column", "imports.problem.column-unknown"),
            known("the cells must be separated.*", "imports.problem.separator"),
            known("the file is empty.*", "imports.problem.empty"),
            known("the file is not in UTF-8", "imports.problem.encoding"),
            known("the row is longer than (\\d+) characters.*", "imports.problem.row-long"),
            known("the quotation marks are broken.*", "imports.problem.quotes"),
            known("must be a date such as.*offset.*", "imports.problem.instant"),
            known("must each begin with one of \\[(.*)]", "imports.problem.begins"),
            known("must be one of \\[(.*)]", "imports.problem.one-of"),
            known("are more than the measures, of which there are (\\d+)", "imports.problem.outcomes"),
            known("is needed for a request that is (\\w+)", "imports.problem.stage-needs"),
            known("does not fit a request that is (\\w+)", "imports.problem.stage-not"),
            known("does not fit a request of the other side", "imports.problem.not-theirs"),
            known("does not fit a request of ours", "imports.problem.not-ours"),
            known("is needed of every measure of a request that is (\\w+)", "imports.problem.stage-all-settled"),
            known("must leave a measure pending if the request is (\\w+)", "imports.problem.stage-pending"),
            known("lies before the receipt", "imports.problem.before-receipt"),
            known("does not fit without a dispatch", "imports.problem.no-dispatch"),
            known("lies before the submission", "imports.problem.before-submission"),
            known("lies before the dispatch", "imports.problem.before-dispatch"),
            known("lies before the response", "imports.problem.before-response"),
            known("unknown code", "imports.problem.code"),
            known("is missing", "imports.problem.missing"));

    private ImportProblemWords() {}

    private static Known known(String reason, String key) {
        return new Known(Pattern.compile(reason, Pattern.DOTALL), key);
    }

    static String of(String reason, PageWords words) {
        for (Known known : KNOWN) {
            Matcher matcher = known.reason().matcher(reason);
            if (matcher.matches()) {
                Object[] caught = new Object[matcher.groupCount()];
                for (int i = 0; i < caught.length; i++) {
                    String value = matcher.group(i + 1);
                    caught[i] = known.key().contains("stage-") ? words.of("request.lifecycle." + value) : value;
                }
                return words.of(known.key(), caught);
            }
        }
        return InvalidInputPageWords.of(reason, words);
    }
}

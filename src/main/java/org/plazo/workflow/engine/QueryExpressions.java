package org.plazo.workflow.engine;

import java.util.regex.Pattern;

/**
 * The expressions that a stored filter may contain: who asks, his groups, now, and now moved by whole units. Everything
 * else would be code that any logged-in user could run.
 */
final class QueryExpressions {

    private static final Pattern ALLOWED =
            Pattern.compile("[#$]\\{ ?(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(?:\\.(?:plus|minus)(?:Minutes|Hours|Days|Weeks|Months)\\([0-9]{1,4}\\))?) ?}");

    private QueryExpressions() {}

    static boolean isAllowed(String expression) {
        return ALLOWED.matcher(expression.strip()).matches();
    }
}

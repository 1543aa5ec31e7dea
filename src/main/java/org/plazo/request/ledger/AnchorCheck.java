package org.plazo.request.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ledger.LedgerFinding.Kind;
import org.plazo.request.ledger.LedgerVerifier.Findings;
import org.springframework.stereotype.Component;

/** Computes the seals anew, and compares them with the file. */
@Component
class AnchorCheck {

    private static final int AT_ONCE = 500;

    private final AnchorRows rows;

    AnchorCheck(AnchorRows rows) {
        this.rows = rows;
    }

    record Checked(
            long anchors, @Nullable Anchor first, @Nullable Anchor last) {}

    Checked check(AnchorFile.Content file, Findings findings) {
        Set<Long> onlyInFile = new HashSet<>(file.lines().keySet());
        long count = 0;
        Anchor first = null;
        Anchor last = null;
        List<Anchor> some = rows.after(0, AT_ONCE);
        while (!some.isEmpty()) {
            for (Anchor anchor : some) {
                check(last, anchor, findings);
                compare(anchor, file, findings);
                onlyInFile.remove(anchor.number());
                first = first == null ? anchor : first;
                last = anchor;
                count++;
            }
            some = rows.after(some.get(some.size() - 1).number(), AT_ONCE);
        }
        onlyInFile.stream()
                .sorted()
                .forEach(number -> findings.add(LedgerFinding.ofAnchor(Kind.ANCHOR_NOT_IN_TABLE, number)));
        if (file.unreadable() > 0) {
            findings.add(LedgerFinding.ofAnchor(Kind.FILE_UNREADABLE, null));
        }
        return new Checked(count, first, last);
    }

    private void check(@Nullable Anchor before, Anchor anchor, Findings findings) {
        long expected = before == null ? 1 : before.number() + 1;
        if (anchor.number() != expected) {
            findings.add(LedgerFinding.ofAnchor(Kind.ANCHOR_MISSING, expected));
        } else if (!rows.computed(before, anchor.number(), anchor.madeAt()).equals(anchor)) {
            findings.add(LedgerFinding.ofAnchor(Kind.ANCHOR_CHANGED, anchor.number()));
        }
    }

    private static void compare(Anchor anchor, AnchorFile.Content file, Findings findings) {
        List<String> lines = file.lines().getOrDefault(anchor.number(), List.of());
        if (lines.isEmpty()) {
            findings.add(LedgerFinding.ofAnchor(Kind.ANCHOR_NOT_IN_FILE, anchor.number()));
        } else if (!lines.equals(List.of(anchor.line()))) {
            findings.add(LedgerFinding.ofAnchor(Kind.ANCHOR_DIFFERS, anchor.number()));
        }
    }
}

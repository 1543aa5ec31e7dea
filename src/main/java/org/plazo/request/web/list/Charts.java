package org.plazo.request.web.list;

import java.util.List;
import org.plazo.request.CodeList;
import org.plazo.request.Parties;
import org.plazo.request.RegisterCounts;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;

/** The charts of what is counted, in the reader's words. */
record Charts(Parties parties, PageWords words) {

    /** @param list what was counted; each bar narrows it */
    List<Chart> all(RegisterCounts counts, ListAddress list) {
        PageNames names = new PageNames(parties, words.locale());
        return List.of(
                Chart.ofAll("timeliness", counts.byTimeliness(), code -> words.of("request.timeliness." + code), list),
                Chart.ofAll("age", counts.byAge(), code -> words.of("request.age." + code), list),
                Chart.ofLargest(
                        "authority",
                        counts.byCounterpart(),
                        code -> parties.authority(code).isPresent(),
                        names::authority,
                        number -> words.of("pages.chart.authority.others", number),
                        list),
                Chart.ofLargest(
                        "crimeArea",
                        counts.byCrimeArea(),
                        code -> CodeList.CRIME_AREAS.has(code, parties),
                        names::crimeArea,
                        number -> words.of("pages.chart.crimeArea.others", number),
                        list));
    }
}

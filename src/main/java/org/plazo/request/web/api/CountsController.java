package org.plazo.request.web.api;

import java.util.Map;
import org.plazo.request.AgeClass;
import org.plazo.request.Parties;
import org.plazo.request.RegisterCounts;
import org.plazo.request.RegisterQueries;
import org.plazo.request.Timeliness;
import org.plazo.request.web.filter.FilterParameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many requests there are, narrowed as a list of them is. */
@RestController
class CountsController {

    private final RegisterQueries register;
    private final Parties parties;

    CountsController(RegisterQueries register, Parties parties) {
        this.register = register;
        this.parties = parties;
    }

    /** Codes with their numbers; the numbers of each grouping add up to the total. */
    record CountsView(
            long total,
            Map<AgeClass, Long> age,
            Map<String, Long> counterpartAuthority,
            Map<String, Long> crimeArea,
            Map<Timeliness, Long> timeliness) {}

    @GetMapping("/api/requests/counts")
    CountsView counts(@RequestParam Map<String, String> parameters) {
        RegisterCounts counts = register.counts(new FilterParameters(parameters, parties).filter());
        return new CountsView(
                counts.total(), counts.byAge(), counts.byCounterpart(), counts.byCrimeArea(), counts.byTimeliness());
    }
}

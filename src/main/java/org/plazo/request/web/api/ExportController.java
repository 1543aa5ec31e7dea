package org.plazo.request.web.api;

import java.util.Map;
import org.plazo.request.web.filter.RegisterExport;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register's list as a CSV file with stable keys and codes, all of it in one answer. */
@RestController
class ExportController {

    private final RegisterExport export;

    ExportController(RegisterExport export) {
        this.export = export;
    }

    @GetMapping("/api/requests/export")
    ResponseEntity<InputStreamResource> export(@RequestParam Map<String, String> parameters) {
        return export.answer(parameters, ',', RequestCodesCsv.header(), RequestCodesCsv::cells);
    }
}

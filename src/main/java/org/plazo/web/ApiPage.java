package org.plazo.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's document as a page, for people. */
@Controller
class ApiPage {

    @GetMapping("/openapi")
    String show() {
        return "api/page";
    }
}

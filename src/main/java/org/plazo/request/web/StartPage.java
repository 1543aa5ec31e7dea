package org.plazo.request.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the requests stand, at a glance. */
@Controller
class StartPage {

    @GetMapping("/")
    String show() {
        return "home";
    }
}

package org.plazo.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.plazo.security.identity.Logins;
import org.plazo.security.identity.PasswordChange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page and the page for a new password. */
@Controller
class LoginPages {

    private final PasswordChange passwords;
    private final boolean demo;

    LoginPages(PasswordChange passwords, @Value("${plazo.demo:false}") boolean demo) {
        this.passwords = passwords;
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("demo", demo);
        return "security/login";
    }

    @GetMapping("/password")
    String password(Authentication login, Model model) {
        model.addAttribute("due", login.getAuthorities().contains(Logins.PASSWORD_CHANGE));
        return "security/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String repeated,
            Authentication login,
            HttpServletRequest request,
            Model model) {
        var refusal = passwords.change(login.getName(), current, chosen, repeated);
        if (refusal.isPresent()) {
            model.addAttribute("refusal", refusal.get());
            return password(login, model);
        }
        request.changeSessionId();
        return "redirect:/";
    }
}

package org.plazo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows around every page; templates reach it as {@code @frame}, also on error and login pages. */
@Component("frame")
public class PageFrame {

    private final ObjectProvider<CurrentActor> actor;
    private final ObjectProvider<UserDirectory> users;

    PageFrame(ObjectProvider<CurrentActor> actor, ObjectProvider<UserDirectory> users) {
        this.actor = actor;
        this.users = users;
    }

    public boolean signedIn() {
        return authentication().isPresent();
    }

    /** The display name of who is logged in, or his user id; empty if nobody is. */
    public String userName() {
        return authentication()
                .map(Authentication::getName)
                .map(this::displayName)
                .orElse("");
    }

    /** Whether who is logged in has at least one of these roles, named as in {@link Role}. */
    public boolean hasAny(String... roles) {
        Role[] anyOf = Stream.of(roles).map(Role::valueOf).toArray(Role[]::new);
        CurrentActor current = actor.getIfAvailable();
        return signedIn() && current != null && current.get().hasAny(anyOf);
    }

    /** The address of this page in another language; the start page where this one cannot be asked for again. */
    public String inLanguage(String language) {
        ServletRequestAttributes attributes = (ServletRequestAttributes)
                Objects.requireNonNull(RequestContextHolder.getRequestAttributes(), "a page is shown within a request");
        HttpServletRequest request = attributes.getRequest();
        boolean repeatable =
                "GET".equals(request.getMethod()) && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
        UriComponentsBuilder address = repeatable
                ? UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
                : UriComponentsBuilder.fromPath(request.getContextPath() + "/");
        return address.replaceQueryParam("lang", language).build().toUriString();
    }

    private String displayName(String userId) {
        UserDirectory directory = users.getIfAvailable();
        return directory == null
                ? userId
                : directory.find(userId).map(UserProfile::displayName).orElse(userId);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(known -> !(known instanceof AnonymousAuthenticationToken));
    }
}

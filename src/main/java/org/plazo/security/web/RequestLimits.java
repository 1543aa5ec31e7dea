package org.plazo.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plazo.security.BodyLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses with an empty part, which servlets and filters read in different ways, and request bodies that are
 * larger than the place reads that they are sent to. A body without a stated length is cut off with an error at the same
 * size; forms with files must state it, because the container reads them past this filter.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class RequestLimits extends OncePerRequestFilter {

    private final long limit;
    private final List<LargerBodies> exceptions;
    private final Problems problems;

    RequestLimits(
            @Value("${plazo.max-body:10MB}") DataSize limit, ObjectProvider<BodyLimit> exceptions, Problems problems) {
        this.limit = limit.toBytes();
        this.exceptions = exceptions.orderedStream().map(LargerBodies::new).toList();
        this.problems = problems;
    }

    private record LargerBodies(BodyLimit limit, PathPatternRequestMatcher place) {

        LargerBodies(BodyLimit limit) {
            this(
                    limit,
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(limit.method()), limit.path()));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().contains("//")) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "The address has an empty part.");
            return;
        }
        BodyLimit exception = exceptionFor(request);
        long most = exception == null ? limit : exception.bytes();
        long length = request.getContentLengthLong();
        if (length > most) {
            refuse(exception, most, request, response);
        } else if (length < 0 && isMultipart(request)) {
            problems.write(request, response, HttpStatus.LENGTH_REQUIRED, "A form with files must state its length.");
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Limited(request, most), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Nobody who is not even trying to be somebody may send large bodies. */
    private @Nullable BodyLimit exceptionFor(HttpServletRequest request) {
        if (!LoginRules.hasSessionLogin(request) && !LoginRules.hasBasicLogin(request)) {
            return null;
        }
        return exceptions.stream()
                .filter(each -> each.place().matches(request))
                .map(LargerBodies::limit)
                .findFirst()
                .orElse(null);
    }

    private void refuse(
            @Nullable BodyLimit exception, long most, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (exception != null && !api) {
            // an error page would be made within this request, whose form would have to be read for it
            response.sendRedirect(request.getRequestURI() + "?" + BodyLimit.TOO_LARGE);
            return;
        }
        String what = "The body is larger than " + most + " bytes.";
        problems.write(
                request,
                response,
                HttpStatus.PAYLOAD_TOO_LARGE,
                exception == null ? what : exception.field() + ": " + what);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            int read = body.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("The body is larger than allowed");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

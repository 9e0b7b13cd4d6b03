package org.ansinh.app.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ansinh.app.pages.Frame;
import org.ansinh.app.pages.NavEntry;
import org.ansinh.app.pages.WhoIsHere;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its frame. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    private final PageSettings settings;
    private final Clock clock;
    private final ObjectProvider<WhoIsHere> whoIsHere;
    private final List<NavEntry> entrances;

    FrameAdvice(
            PageSettings settings,
            Clock clock,
            ObjectProvider<WhoIsHere> whoIsHere,
            ObjectProvider<NavEntry> entrances) {
        this.settings = settings;
        this.clock = clock;
        this.whoIsHere = whoIsHere;
        this.entrances = entrances.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        var here = whoIsHere.getIfAvailable();
        var reader = here == null ? null : here.reader().orElse(null);
        return new Frame(
                settings.province(), settings.demo(), LocalDate.now(clock), reader, seenBy(reader), addressOf(request));
    }

    private List<NavEntry> seenBy(WhoIsHere.@Nullable Reader reader) {
        if (reader == null) {
            return List.of();
        }
        Set<String> roles = reader.roles();
        return entrances.stream().filter(entrance -> entrance.isSeenBy(roles)).toList();
    }

    /** The address in the reader's bar; on an error page that is the one that failed. */
    private static String addressOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        var builder = UriComponentsBuilder.fromPath(path);
        if (failed == null && "GET".equals(request.getMethod())) {
            builder.query(request.getQueryString());
        }
        return builder.replaceQueryParam("lang").build().toUriString();
    }
}

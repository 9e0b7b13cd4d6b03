package org.ansinh.app.access.web;

import org.ansinh.app.access.RightsChanged;
import org.ansinh.app.access.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Whose rights were changed signs in anew: a page must not go by what somebody was this morning. */
@Component
class EndedSessions {
    private final SessionRegistry sessions;

    EndedSessions(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(RightsChanged changed) {
        sessions.getAllPrincipals().stream()
                .filter(it -> it instanceof SignedIn officer && officer.id().equals(changed.officer()))
                .flatMap(it -> sessions.getAllSessions(it, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}

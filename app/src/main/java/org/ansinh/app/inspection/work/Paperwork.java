package org.ansinh.app.inspection.work;

import java.util.List;
import java.util.Locale;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.Names;
import org.springframework.stereotype.Component;

/** Which programmes may be named on paper, and how they are called there. */
@Component
class Paperwork {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final EntitlementsSeen seen;
    private final Names names;

    Paperwork(EntitlementsSeen seen, Names names) {
        this.seen = seen;
        this.names = names;
    }

    List<String> mayStand(List<String> programmes) {
        var masks = seen.masks();
        return programmes.stream().filter(it -> !masks.isHidden(it)).toList();
    }

    String label(String programme) {
        return names.programmes(VIETNAMESE).getOrDefault(programme, programme);
    }
}

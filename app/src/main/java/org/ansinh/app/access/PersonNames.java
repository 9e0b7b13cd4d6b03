package org.ansinh.app.access;

import java.util.Collection;
import java.util.Map;

/** Tells the audit's page who people are. The room that knows people answers; as whoever acts, so nobody reads a name outside their area. */
public interface PersonNames {
    Map<Integer, String> names(Collection<Integer> people);
}

package org.ansinh.app.access;

import java.util.List;

/** What whoever acts was given, and for which days: an inspector reads here how long they may stay. */
public interface GrantsDesk {

    /** Roles, areas and purposes of whoever acts, those that are over too; roles first. */
    List<StaffDesk.Given> mine();
}

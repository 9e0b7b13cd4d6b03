package org.ansinh.app.reporting;

/** What the rows of the page are. A household's ethnic group is that of its head. */
public enum Dimension {
    WHOLE,
    COMMUNE,
    ETHNIC_GROUP,
    VILLAGE_STATUS
}

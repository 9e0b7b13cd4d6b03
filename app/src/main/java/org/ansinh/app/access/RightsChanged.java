package org.ansinh.app.access;

/** What an officer may, or how they prove who they are, is no longer what it was when they signed in. */
public record RightsChanged(OfficerId officer) {}

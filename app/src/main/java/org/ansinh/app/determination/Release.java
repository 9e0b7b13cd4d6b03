package org.ansinh.app.determination;

import java.time.Instant;

/** A value that was not confirmed in the text and that a named jurist took responsibility for. */
public record Release(String what, String shown, String because, String jurist, Instant at) {}

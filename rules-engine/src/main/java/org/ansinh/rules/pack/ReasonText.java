package org.ansinh.rules.pack;

/** Why not, in words. A retired code stays readable for old decisions. */
public record ReasonText(String code, Text text, boolean retired) {}

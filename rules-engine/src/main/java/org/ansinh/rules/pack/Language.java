package org.ansinh.rules.pack;

/** The languages every text of a pack is written in. */
public enum Language {
    VI,
    EN
}

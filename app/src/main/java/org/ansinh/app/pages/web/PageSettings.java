package org.ansinh.app.pages.web;

import org.ansinh.app.pages.DemoMark;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param province the name that stands on every page
 * @param demo whether the people are invented; every page then says so
 */
@ConfigurationProperties("ansinh.house")
record PageSettings(
        @DefaultValue("Cao Bằng") String province,
        @DefaultValue("false") boolean demo) implements DemoMark {

    @Override
    public boolean isDemo() {
        return demo;
    }
}

package org.ansinh.app.pages.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Languages, texts and assets of every page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PagesConfiguration implements WebMvcConfigurer {

    /** Vietnamese unless the reader chose otherwise: what the browser prefers says little about an office's language. */
    private static final Locale VIETNAMESE = Locale.of("vi");

    private static final String TEXTS = "classpath*:messages/*_vi.properties";

    @Bean
    LocaleResolver localeResolver() {
        var chosen = new CookieLocaleResolver("lang");
        chosen.setDefaultLocale(VIETNAMESE);
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        return chosen;
    }

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames(roomsWithTexts());
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(VIETNAMESE);
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    VietnameseDialect vietnameseDialect() {
        return new VietnameseDialect();
    }

    /** Writes the version into the address of every asset, so that a browser keeps it for a year and never an old one. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var aYear = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(aYear)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        // The version is part of a webjar's own path.
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(aYear)
                // remembers where a file is: every page asks for the address of each of its assets
                .resourceChain(true);
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, YearMonth.class, new MonthReader());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var choice = new LocaleChangeInterceptor();
        choice.setParamName("lang");
        choice.setIgnoreInvalidLocale(true);
        registry.addInterceptor(choice);
    }

    /** Each room brings its texts by bringing the file: no list to keep. */
    private static String[] roomsWithTexts() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(TEXTS);
            return Arrays.stream(files)
                    .map(PagesConfiguration::baseName)
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the pages (" + TEXTS + ") could not be listed.", e);
        }
    }

    private static String baseName(Resource file) {
        var name = String.valueOf(file.getFilename());
        return "messages/" + name.substring(0, name.length() - "_vi.properties".length());
    }
}

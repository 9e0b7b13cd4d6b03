package org.ansinh.app.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a house answers to, as it maps it itself; only what stands for the variables in its addresses is told. */
final class EveryPage {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    private final List<Asking> all = new ArrayList<>();

    /**
     * One thing that is asked of the house by people.
     *
     * @param page whether a page is answered, and not a file
     * @param asksForMore whether the address alone is not enough
     * @param parameters names of what the address or the form says
     */
    record Asking(String mapping, boolean reads, boolean page, boolean asksForMore, List<String> parameters) {

        boolean hasVariables() {
            return mapping.contains("{");
        }

        String with(String value) {
            return mapping.replaceAll("\\{[^}]*}", value);
        }
    }

    EveryPage(ApplicationContext house) {
        house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach(this::add);
        all.sort(Comparator.comparing(Asking::mapping));
    }

    private void add(RequestMappingInfo mapping, HandlerMethod method) {
        if (!method.getBeanType().getPackageName().startsWith("org.ansinh.app.")) {
            return;
        }
        var reads = mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
        var page = method.getReturnType().getParameterType() == String.class;
        mapping.getPatternValues().stream()
                .filter(it -> !it.startsWith("/api/"))
                .map(it -> new Asking(it, reads, page, asksForMore(method), parameters(method)))
                .forEach(all::add);
    }

    Stream<Asking> pages() {
        return all.stream().filter(Asking::reads).filter(Asking::page);
    }

    Stream<Asking> readings() {
        return all.stream().filter(Asking::reads);
    }

    Stream<Asking> acts() {
        return all.stream().filter(it -> !it.reads());
    }

    /** What people may send wrongly: every parameter and every variable of an address. */
    Set<String> fields() {
        var fields = new TreeSet<String>();
        for (var it : all) {
            fields.addAll(it.parameters());
            var variable = VARIABLE.matcher(it.mapping());
            while (variable.find()) {
                fields.add(variable.group(1));
            }
        }
        return fields;
    }

    /** Pages whose address has variables, or that ask for a parameter, and nobody told how to visit them. */
    Set<String> untold(Map<String, List<String>> told) {
        var untold = new TreeSet<String>();
        pages().filter(it -> it.hasVariables() || it.asksForMore())
                .map(Asking::mapping)
                .filter(it -> told.getOrDefault(it, List.of()).isEmpty())
                .forEach(untold::add);
        return untold;
    }

    /** What the list tells of pages that are no longer there. */
    Set<String> gone(Map<String, List<String>> told) {
        var gone = new TreeSet<>(told.keySet());
        readings().map(Asking::mapping).forEach(gone::remove);
        return gone;
    }

    private static List<String> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(EveryPage::names)
                .toList();
    }

    /** Of a parameter of the request its name, of a record that gathers several the names of its parts. */
    private static Stream<String> names(MethodParameter it) {
        it.initParameterNameDiscovery(NAMES);
        var type = it.getParameterType();
        if (type.isRecord() && it.getParameterAnnotations().length == 0) {
            return Arrays.stream(type.getRecordComponents()).map(java.lang.reflect.RecordComponent::getName);
        }
        return it.hasParameterAnnotation(RequestParam.class) && !Map.class.isAssignableFrom(type)
                ? Optional.ofNullable(it.getParameterName()).stream()
                : Stream.of();
    }

    private static boolean asksForMore(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(it ->
                        it.getParameterType() != Optional.class && !Map.class.isAssignableFrom(it.getParameterType()))
                .map(it -> it.getParameterAnnotation(RequestParam.class))
                .anyMatch(it -> it != null && it.required() && it.defaultValue().equals(ValueConstants.DEFAULT_NONE));
    }
}

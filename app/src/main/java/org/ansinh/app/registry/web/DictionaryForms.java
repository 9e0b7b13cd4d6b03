package org.ansinh.app.registry.web;

import java.util.List;
import org.ansinh.app.registry.SubjectRef.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forms that are a few facts of the dictionary. */
@Configuration(proxyBeanMethods = false)
class DictionaryForms {

    @Bean
    ChangeForm certificate(FactFields facts, FormWords words) {
        var told = List.of("person.disability", "person.disability_certified_on");
        return new FactForm("disability", Kind.PERSON, told, false, facts, words);
    }

    @Bean
    ChangeForm householdClass(FactFields facts, FormWords words) {
        return new FactForm("class", Kind.HOUSEHOLD, List.of("household.class"), true, facts, words);
    }

    @Bean
    ChangeForm study(FactFields facts, FormWords words) {
        return new FactForm("study", Kind.PERSON, List.of("person.study"), true, facts, words);
    }

    @Bean
    ChangeForm otherFact(FactFields facts, FormWords words) {
        return new FactForm("fact", Kind.PERSON, List.of(), true, facts, words);
    }

    @Bean
    ChangeForm otherFactOfHousehold(FactFields facts, FormWords words) {
        return new FactForm("household-fact", Kind.HOUSEHOLD, List.of(), true, facts, words);
    }
}

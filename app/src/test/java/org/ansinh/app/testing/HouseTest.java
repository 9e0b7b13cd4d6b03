package org.ansinh.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a fresh database, for tests of pages and of the API: MockMvc, and a real port for browsers ({@code @LocalServerPort}). Classes with this
 * annotation share one application and its database; the house day is 20 October 2026.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ansinh.today=2026-10-20",
            "ansinh.codes=off",
            "spring.main.lazy-initialization=false",
            "server.shutdown=immediate"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface HouseTest {}

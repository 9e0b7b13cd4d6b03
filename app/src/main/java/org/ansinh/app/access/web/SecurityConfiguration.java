package org.ansinh.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.ansinh.app.access.Knock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Everything but the sign-in page, its assets and the check of a receipt is for officers; an inspector only reads. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** A desk, a laptop, a telephone; the oldest ends when there are more. */
    private static final int SESSIONS_OF_ONE = 5;

    private static final String[] ROLES_THAT_WRITE = {
        "COMMUNE_OFFICER", "COMMUNE_CHAIR", "PROVINCIAL_APPROVER", "PAYING_OFFICER", "JURIST", "ADMINISTRATOR"
    };

    /** Whom files of people, decisions and their reasons are for. */
    private static final String[] WITH_PEOPLE = {"COMMUNE_OFFICER", "COMMUNE_CHAIR", "PROVINCIAL_APPROVER"};

    private static final String[] WITH_PEOPLE_OR_MONEY = {
        "COMMUNE_OFFICER", "COMMUNE_CHAIR", "PROVINCIAL_APPROVER", "PAYING_OFFICER"
    };

    private static final String[] WHO_ALLOTS = {"PAYING_OFFICER", "PROVINCIAL_APPROVER"};

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    /** Tells the registry of sessions that ran out. */
    @Bean
    HttpSessionEventPublisher sessionEnds() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, AuthenticationProvider door, SessionRegistry sessions) {
        var api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        // a program that sends its password with every request carries no cookie that another site could misuse
        var programs = new AndRequestMatcher(List.of(api, new RequestHeaderRequestMatcher("Authorization")));
        var problems = new ProblemsAtTheDoor();
        return http.authenticationManager(new ProviderManager(door))
                .authorizeHttpRequests(SecurityConfiguration::doors)
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/", false)
                        .authenticationDetailsSource(SecurityConfiguration::knock)
                        .failureHandler(new RefusedAtTheDoor()))
                .sessionManagement(session -> session.maximumSessions(SESSIONS_OF_ONE)
                        .sessionRegistry(sessions)
                        .expiredUrl("/login?ended"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?left"))
                .csrf(csrf -> csrf.ignoringRequestMatchers(programs))
                .exceptionHandling(trouble -> trouble.defaultAccessDeniedHandlerFor(problems, api)
                        .defaultAccessDeniedHandlerFor(new FormsAfterALapse(), request -> true)
                        .defaultAuthenticationEntryPointFor(problems, api)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_FILES_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .addFilterAfter(new ActingFilter(), AuthorizationFilter.class)
                .build();
    }

    /** Which door is for whom; behind each the database asks again. */
    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        doorsToTheBook(requests);
        requests.requestMatchers("/login", "/receipt", "/assets/**", "/webjars/**", "/favicon.ico", "/error")
                .permitAll()
                .requestMatchers("/account/**", "/logout")
                .authenticated()
                .requestMatchers("/officers/**", "/office-days")
                .hasRole("ADMINISTRATOR")
                .requestMatchers("/audit/**")
                .hasAnyRole("INSPECTOR", "ADMINISTRATOR")
                .requestMatchers("/samples/**")
                .hasRole("INSPECTOR")
                .requestMatchers("/exchange/**")
                .hasAnyRole(WITH_PEOPLE)
                .requestMatchers(HttpMethod.POST, "/decisions/**", "/api/decisions/**")
                .hasAnyRole(WITH_PEOPLE)
                .requestMatchers(HttpMethod.POST, "/months", "/api/determinations")
                .hasAnyRole(WITH_PEOPLE_OR_MONEY)
                .requestMatchers(HttpMethod.POST, "/law/release")
                .hasRole("JURIST")
                .requestMatchers(HttpMethod.GET)
                .authenticated()
                .requestMatchers(HttpMethod.HEAD)
                .authenticated()
                .anyRequest()
                .hasAnyRole(ROLES_THAT_WRITE);
    }

    /** Who records money, who signs for it and who reads the book are not the same. */
    private static void doorsToTheBook(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/budgets/new")
                .hasAnyRole(WHO_ALLOTS)
                .requestMatchers(HttpMethod.POST, "/budgets")
                .hasAnyRole(WHO_ALLOTS)
                .requestMatchers(HttpMethod.POST, "/funds/*/approve", "/ledger/**")
                .hasAnyRole("COMMUNE_CHAIR", "PROVINCIAL_APPROVER")
                .requestMatchers(HttpMethod.POST, "/funds/**")
                .hasRole("PAYING_OFFICER")
                .requestMatchers("/budgets/**", "/ledger/**", "/funds/**")
                .hasAnyRole("COMMUNE_OFFICER", "COMMUNE_CHAIR", "PROVINCIAL_APPROVER", "PAYING_OFFICER", "INSPECTOR");
    }

    private static Knock knock(HttpServletRequest request) {
        var code = request.getParameter("code");
        return new Knock(code == null ? "" : code.strip());
    }
}

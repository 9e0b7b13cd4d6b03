/**
 * The database as a thing one starts, stops and checks: the embedded PostgreSQL, the roles it needs, where it can be reached. Plumbing of the start, no room of
 * the house: nothing here knows a person, a programme or a page.
 */
@org.jspecify.annotations.NullMarked
package org.ansinh.postgres;

/**
 * What every page has in common: the frame around it, how days, money and reasons are written, and the pieces that the
 * other rooms' pages are made of. Knows no other room.
 */
@NullMarked
package org.ansinh.app.pages;

import org.jspecify.annotations.NullMarked;

/** Tests of what every desktop can do the same way. */
package app.respite.desktop.any;

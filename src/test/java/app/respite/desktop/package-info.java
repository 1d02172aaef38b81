/** Tests against real parts of a desktop, and the rig that starts them. */
package app.respite.desktop;

package org.plazo.security;

import java.util.List;

/** Tells which of the engine's tenants somebody may know of. What has no tenant is for everybody. */
public interface Tenants {

    List<String> of(Actor actor);
}

#pragma once
#include "control/control.h"

/** Makes and takes away the systems of others that the control file lists. */
void KeepFixtures(const Control& control);

/** They have ended by other means; the next {@link KeepFixtures} makes them again. */
void ForgetFixtures();

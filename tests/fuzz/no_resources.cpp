// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzz targets read what strangers send, never what the program carries inside itself.
#include "resources/resources.h"

namespace kpwatch {

void initResources() {}

} // namespace kpwatch

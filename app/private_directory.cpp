// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/private_directory.h"

#include <sys/stat.h>

#include <cerrno>

namespace kpwatch {

int makeDirectoryForOneself(const std::filesystem::path& directory) {
    std::error_code failed;
    if (std::filesystem::is_directory(directory, failed))
        return 0;
    if (directory.has_parent_path())
        std::filesystem::create_directories(directory.parent_path(), failed);
    return ::mkdir(directory.c_str(), S_IRWXU) == 0 || errno == EEXIST ? 0 : errno;
}

} // namespace kpwatch

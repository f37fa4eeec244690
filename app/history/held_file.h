// SPDX-License-Identifier: GPL-3.0-or-later
// A file that says by a kernel lock that somebody is there; gone with its process however that ends. Any thread.
#pragma once

#include <filesystem>

namespace kpwatch {

class HeldFile {
  public:
    explicit HeldFile(
        const std::filesystem::path& file); // made if missing; where that fails nobody is seen to be there
    ~HeldFile();                            // the file stays
    HeldFile(const HeldFile&) = delete;
    HeldFile& operator=(const HeldFile&) = delete;

  private:
    int m_descriptor;
};

// For who keeps the descriptor himself; -1 where it fails.
int openAndHold(const std::filesystem::path& file);

// Whether somebody holds it at this moment; false if there is no such file.
bool isHeld(const std::filesystem::path& file);

} // namespace kpwatch

// SPDX-License-Identifier: GPL-3.0-or-later
// An evidence pack of somebody else: the .zip, and the files in it that say what it is made of. The first byte chooses.
// The .zip lies in memory (memfd_create(2)); what comes out of it is written below one folder, and removed.
#include "app/errors.h"
#include "app/evidence/bag_zip.h"
#include "app/evidence/pack_inputs.h"
#include "app/evidence/seal_json.h"
#include "tests/fuzz/fuzzing.h"

#include <sys/mman.h>
#include <unistd.h>

using namespace kpwatch;
using fuzzing::require;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() : m_path("/dev/shm/kpwatch-fuzz-" + std::to_string(getpid())) { fs::create_directory(m_path); }
    ~Folder() { fs::remove_all(m_path); }
    fs::path inside() const { return m_path / "inside"; }
    // Nothing may lie beside the folder that was named.
    void empty() const {
        if (fs::is_empty(m_path))
            return;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_path))
            require(entry.path() == inside());
        fs::remove_all(inside());
    }

  private:
    fs::path m_path;
};

void unpack(std::string_view bytes) {
    static const Folder folder;
    const int memory = memfd_create("pack", MFD_CLOEXEC);
    require(memory >= 0 && write(memory, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    const fs::path zip = "/proc/self/fd/" + std::to_string(memory);
    try {
        (void)zipIsAsWritten(zip);
        unpackZip(zip, folder.inside(), {.bytes = 1U << 20U, .freeBytes = 1U << 16U, .files = 20});
    } catch (const InputError& error) {
        require(std::string_view(error.what()).starts_with(zip.native()));
    }
    close(memory);
    folder.empty();
}

void readInputs(std::string_view text) {
    const PackInputs inputs = parseInputs(text, "inputs.json");
    require(parseInputs(inputsText(inputs), "again") == inputs);
}

void readSeals(std::string_view text) {
    const SealedStretch stretch = parseStretch(text, "seals.json");
    require(stretchText(parseStretch(stretchText(stretch), "again")) == stretchText(stretch));
    std::string before = stretch.before;
    for (const ChainLink& link : stretch.links) {
        before = sealHash(before, link.seal, link.leaves);
        for (const Leaf& leaf : link.leaves)
            (void)leafPath(leaf);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, text] = fuzzing::chosen(data, size);
    if (choice % 3 == 0) {
        unpack(text);
        return 0;
    }
    try {
        choice % 3 == 1 ? readInputs(text) : readSeals(text);
    } catch (const InputError& error) {
        require(std::string_view(error.what()).find("s.json") != std::string_view::npos);
    }
    return 0;
}

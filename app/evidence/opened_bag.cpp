// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/opened_bag.h"

#include "app/evidence/bag_writer.h"
#include "app/evidence/bag_zip.h"
#include "probes/wire/untrusted_text.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace kpwatch {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestText = std::uintmax_t{64} << 20U;
constexpr std::array tagFiles{"bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"};
// What others may lay beside it: signatures and time stamps over the last of the manifests.
constexpr std::array signatures{"tagmanifest-sha256.txt.sig", "tagmanifest-sha256.txt.tsr"};

std::string sumOf(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex().toStdString() : std::string();
}

std::string shown(const std::string& name) { return cleanedText(name, 100); }

// "hash  path" of each line; what is no such line is left out, and the manifest will differ.
std::map<std::string, std::string> entriesOf(const std::string& manifest) {
    constexpr std::size_t hashLetters = 64, gap = 2;
    std::map<std::string, std::string> entries;
    for (std::size_t begin = 0; begin < manifest.size();) {
        const std::size_t end = std::min(manifest.find('\n', begin), manifest.size());
        if (end - begin > hashLetters + gap)
            entries[manifest.substr(begin + hashLetters + gap, end - begin - hashLetters - gap)] =
                manifest.substr(begin, hashLetters);
        begin = end + 1;
    }
    return entries;
}

} // namespace

bool OpenedBag::looksLikeOne(const fs::path& path) {
    std::error_code failed;
    if (fs::is_directory(path, failed))
        return fs::exists(path / "bagit.txt", failed);
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> magic{};
    return file.read(magic.data(), magic.size()) && std::string_view(magic.data(), magic.size()) == "PK\x03\x04";
}

OpenedBag::OpenedBag(const fs::path& path) : m_path(path), m_root(path) {
    std::error_code failed;
    if (!fs::exists(path, failed))
        throw InputError(path.string() + " does not exist: check the path");
    if (!fs::is_directory(path, failed)) {
        m_zipChanged = !zipIsAsWritten(path);
        m_unpacked = std::make_unique<QTemporaryDir>();
        if (!m_unpacked->isValid())
            throw StorageError(m_unpacked->errorString().toStdString() +
                               ": a place for temporary files is needed (TMPDIR)");
        m_root = m_unpacked->path().toStdString();
        unpackZip(path, m_root);
        std::vector<fs::path> tops;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_root))
            tops.push_back(entry.path());
        if (tops.size() == 1 && fs::is_directory(tops.front()))
            m_root = tops.front();
    }
    if (!fs::is_regular_file(fs::symlink_status(m_root / "bagit.txt", failed)))
        throw InputError(path.string() + " is no evidence pack: it has no bagit.txt");
    findFiles();
}

void OpenedBag::findFiles() {
    const ZipLimits limits;
    for (fs::recursive_directory_iterator entry(m_root), end; entry != end; ++entry) {
        if (entry->is_directory() && !entry->is_symlink())
            continue;
        const std::string name = entry->path().lexically_relative(m_root).string();
        std::string fault =
            entry->is_symlink() || !entry->is_regular_file() ? "is a link, or no file" : faultOfName(name, limits);
        if (m_files.size() >= limits.files)
            fault = "is one of too many files";
        if (!fault.empty())
            throw InputError(m_path.string() + " holds '" + shown(name) + "', which " + fault +
                             ": nothing was taken from it");
        m_files.push_back(name);
    }
    std::ranges::sort(m_files);
}

bool OpenedBag::has(const std::string& name) const { return std::ranges::binary_search(m_files, name); }

std::vector<std::string> OpenedBag::filesIn(const std::string& folder) const {
    std::vector<std::string> found;
    for (const std::string& name : m_files)
        if (name.starts_with(folder))
            found.push_back(name);
    return found;
}

std::string OpenedBag::text(const std::string& name) const {
    const fs::path file = m_root / name;
    std::error_code failed;
    if (!has(name) || fs::file_size(file, failed) > largestText || failed)
        throw InputError(m_path.string() + ": " + name + " is missing or too large; this is no pack of ours");
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void OpenedBag::addManifestFaults(const char* manifest, const std::vector<std::string>& names,
                                  std::vector<std::string>& faults) const {
    if (!has(manifest)) {
        faults.push_back(std::string(manifest) + " is missing.");
        return;
    }
    const std::string told = text(manifest);
    const std::map<std::string, std::string> entries = entriesOf(told);
    std::map<std::string, std::string> found;
    const std::size_t before = faults.size();
    for (const std::string& name : names) {
        found[name] = sumOf(m_root / name);
        const auto entry = entries.find(name);
        if (entry == entries.end())
            faults.push_back(shown(name) + " does not stand in " + manifest + ".");
        else if (entry->second != found[name])
            faults.push_back(shown(name) + " is not what was packed: its SHA-256 is another than " + manifest +
                             " says.");
    }
    for (const auto& [name, hash] : entries)
        if (!found.contains(name))
            faults.push_back(shown(name) + " is missing, and stands in " + manifest + '.');
    if (faults.size() == before && told != manifestText(found))
        faults.push_back(std::string(manifest) + " is not as it was written.");
}

std::vector<std::string> OpenedBag::faults() const {
    std::vector<std::string> faults, payload, tags;
    if (m_zipChanged)
        faults.push_back("The .zip is not as it was written: its last line says another SHA-256 than its bytes have. "
                         "If somebody packed it anew on purpose, unpack it and check the folder.");
    for (const std::string& name : m_files)
        if (name.starts_with("data/"))
            payload.push_back(name);
        else if (std::ranges::find(signatures, name) == signatures.end() && name != "tagmanifest-sha256.txt")
            tags.push_back(name);
    for (const char* const tag : tagFiles)
        if (!has(tag) && std::string_view(tag) != "manifest-sha256.txt" &&
            std::string_view(tag) != "tagmanifest-sha256.txt")
            faults.push_back(std::string(tag) + " is missing.");
    addManifestFaults("manifest-sha256.txt", payload, faults);
    addManifestFaults("tagmanifest-sha256.txt", tags, faults);
    if (has("bagit.txt") && text("bagit.txt") != bagDeclaration())
        faults.push_back("bagit.txt declares another kind of bag than KPWatch makes.");
    return faults;
}

} // namespace kpwatch

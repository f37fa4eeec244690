// SPDX-License-Identifier: GPL-3.0-or-later
// The chart composer: what you see is drawn by the code that draws the file. Headline, standfirst and alt text can be
// edited; the legend, the gaps, both clocks and the source line cannot be switched off. GUI thread.
#pragma once

#include "ui/export/chart_file.h"
#include "ui/export/chart_source.h"

#include <QDialog>

namespace kpwatch {

class ChartPreview;
class ComposerForm;
class TextLabel;

class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    ExportDialog(ChartSource source, Settings settings, const ChartStyle& style, QWidget* parent = nullptr);
    const ChartStyle& chartStyle() const; // as last chosen

    // Writes the file; all of it or nothing. Says in the dialog how it went; false if it could not. Whoever calls has
    // asked before replacing a file.
    bool save(const QString& file);
    QString suggestedFileName() const;

  Q_SIGNALS:
    void saved(const QString& file, const ChartExport& chart); // for the list of what went out

  private:
    QWidget* makeSide();
    QLayout* makeCopies(); // beneath the picture
    QLayout* makeEnds();
    void follow(); // the form to the preview
    void say(const QString& outcome, bool good = true);
    void describe(); // the file, above the preview
    void explain();  // what the preview is to the file
    void askWhere();
    void askForLogo();
    void copyImage();
    void copyAltText();

    ChartSource m_source;
    Settings m_settings;
    ComposedChart m_chart;
    ChartStyle m_style;
    QString m_logoFile; // as it was read
    ChartPreview* m_preview;
    ComposerForm* m_form;
    TextLabel* m_size;
    TextLabel* m_note;
    TextLabel* m_outcome = nullptr;
};

} // namespace kpwatch

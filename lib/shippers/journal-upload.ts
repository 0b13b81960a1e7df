import { addressWithToken, lines } from './address';
import type { Shipper } from './shipper';

export const journalUpload: Shipper = {
  name: 'journal-upload',
  title: 'systemd-journal-upload',
  about: 'Sends the journal of a machine, with all its fields, and goes on where it was. It appends /upload itself.',
  source: 'https://www.freedesktop.org/software/systemd/man/latest/systemd-journal-upload.service.html',
  setups(address) {
    return [
      {
        place: '/etc/systemd/journal-upload.conf',
        syntax: 'other',
        text: lines('[Upload]', `URL=${addressWithToken(address, '')}`),
      },
      { place: 'shell', syntax: 'shell', text: lines('systemctl enable --now systemd-journal-upload') },
    ];
  },
};

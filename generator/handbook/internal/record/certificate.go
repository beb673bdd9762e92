package record

import (
	"time"

	"github.com/annex-isms/annex/generator/audience"
)

var certificates = Kind{
	Name: "certificate", Folder: "certificates", Label: "Certificate", Plural: "Certificates", Article: "a certificate", Prefix: "CRT-", Chapter: Trust,
	Help: "What an accredited body has certified, until when, and where to check it.",
	New:  func() Record { return new(Certificate) }, ByTitle: true,
}

// Certificate is a certificate of the management system, with the words that
// are printed on it. No clause asks for it; customers do.
type Certificate struct {
	Entry
	LegalEntity   Line
	Standard      Line
	Body          Line
	Accreditation Line
	Number        Line
	Scope         Text
	Sites         Lines
	Exclusions    Text
	SoAVersion    Line
	SoADate       Date
	ValidFrom     Date
	ValidUntil    Date
	Verify        Address
	File          Attachment
	Status        Choice[CertificateStatus]
	Owner         Ref[Role]
	Stage1        Date
	Stage2        Date
	Surveillance  Tables[CertificateSurveillance]
}

// Declare declares what a certificate says.
func (c *Certificate) Declare() []Declaration {
	return []Declaration{
		{Key: "legal-entity", Label: "Legal entity", Must: true, Audience: audience.Public, Value: &c.LegalEntity,
			Help: "The organization that it names."},
		{Key: "standard", Label: "Standard", Must: true, Audience: audience.Public, Column: true, Value: &c.Standard,
			Help: "The standard with its edition."},
		{Key: "body", Label: "Certification body", Audience: audience.Public, Column: true, Value: &c.Body,
			Help: "The body that issued it, or will."},
		{Key: "accreditation", Label: "Accreditation", Audience: audience.Public, Value: &c.Accreditation,
			Help: "Who accredited the body."},
		{Key: "number", Label: "Number", Audience: audience.Public, Column: true, Value: &c.Number,
			Help: "The number of the certificate."},
		{Key: "scope", Label: "Scope", Must: true, Audience: audience.Public, Place: Section, Value: &c.Scope,
			Help: "The scope, word for word as printed."},
		{Key: "sites", Label: "Sites", Audience: audience.Public, Value: &c.Sites,
			Help: "The sites that it covers."},
		{Key: "exclusions", Label: "Not covered", Audience: audience.Public, Place: Section, Value: &c.Exclusions,
			Help: "What one might think is covered but is not."},
		{Key: "soa-version", Label: "Statement of Applicability, version", Audience: audience.Public, Value: &c.SoAVersion,
			Help: "The version of the Statement of Applicability that the certificate names."},
		{Key: "soa-date", Label: "Statement of Applicability, date", Audience: audience.Public, Value: &c.SoADate,
			Help: "The date of that version."},
		{Key: "valid-from", Label: "Valid from", Audience: audience.Public, Value: &c.ValidFrom,
			Help: "The first day on which it is valid."},
		{Key: "valid-until", Label: "Valid until", Audience: audience.Public, Column: true, Due: true, Task: "Have it renewed", Value: &c.ValidUntil,
			Help: "The last day on which it is valid."},
		{Key: "verify", Label: "Check it", Audience: audience.Public, Value: &c.Verify,
			Help: "The page of the body or of its accreditor where anybody can check it."},
		{Key: "file", Label: "Certificate", Audience: audience.Public, Value: &c.File,
			Help: "The certificate itself as a file, for anybody to download."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Public, Badge: true, Value: &c.Status,
			Help: "Whether it is in force."},
		{Key: "owner", Label: "Owner", Inverse: "Looks after certificates", Must: true, Audience: audience.Staff, Value: &c.Owner,
			Help: "The role that deals with the certification body."},
		{Key: "stage-1", Label: "Stage 1", Audience: audience.Staff, Value: &c.Stage1,
			Help: "The last day of the first stage of the certification audit."},
		{Key: "stage-2", Label: "Stage 2", Audience: audience.Staff, Value: &c.Stage2,
			Help: "The last day of its second stage."},
		{Key: "surveillance", Label: "Surveillance and recertification", Audience: audience.Staff, Place: Section, Value: &c.Surveillance,
			Help: "The audits that keep it in force, in their order."},
	}
}

// Unpublished returns why the public does not get the certificate: it is said to
// be valid, but not by whom, under which number and until when.
func (c *Certificate) Unpublished() (why, hint string) {
	if c.Status.Value != CertificateValid {
		return "", ""
	}
	for _, field := range Fields(c) {
		switch field.Key {
		case "body", "number", "valid-from", "valid-until":
			if !field.Value.IsSet() && !field.Value.Span().Known() {
				return "a valid certificate needs “" + field.Key + "”", "add: " + field.Key + " = …, or say status = \"preparing\""
			}
		}
	}
	return "", ""
}

// StatusOn returns the status that holds on a day: a certificate ends on its
// last day, whether or not somebody writes that down, and is not valid before
// its first.
func (c *Certificate) StatusOn(day time.Time) CertificateStatus {
	switch {
	case c.Status.Value == CertificateValid && c.ValidUntil.Before(day):
		return CertificateExpired
	case c.Status.Value == CertificateValid && (c.ValidFrom.After(day) || !c.ValidUntil.IsSet()):
		return CertificatePreparing
	}
	return c.Status.Value
}

// Settled reports whether the certificate is no longer in force.
func (c *Certificate) Settled() bool {
	return c.Status.Value == CertificateWithdrawn || c.Status.Value == CertificateExpired
}

// CertificateSurveillance is an audit that keeps a certificate in force.
type CertificateSurveillance struct {
	Due   Date
	Done  Date
	Audit Ref[Audit]
}

// Declare declares what the row of a surveillance audit says.
func (s *CertificateSurveillance) Declare() []Declaration {
	return []Declaration{
		{Key: "due", Label: "Due", Must: true, Audience: audience.Staff, Task: "Have the audit held that keeps it in force", Value: &s.Due,
			Help: "When it has to take place at the latest."},
		{Key: "done", Label: "Done", Audience: audience.Staff, Value: &s.Done,
			Help: "Its last day."},
		{Key: "audit", Label: "Audit", Inverse: "Keeps in force", Audience: audience.Staff, Value: &s.Audit,
			Help: "The audit."},
	}
}

// Step returns the audit; the owner of the certificate sees to it.
func (s *CertificateSurveillance) Step() (what Value, owner *Ref[Role], due, done *Date) {
	return nil, nil, &s.Due, &s.Done
}

// CertificateStatus says whether a certificate is in force.
type CertificateStatus string

// The states of a certificate.
const (
	CertificatePreparing CertificateStatus = "preparing"
	CertificateValid     CertificateStatus = "valid"
	CertificateSuspended CertificateStatus = "suspended"
	CertificateWithdrawn CertificateStatus = "withdrawn"
	CertificateExpired   CertificateStatus = "expired"
)

// Options lists the states of a certificate.
func (CertificateStatus) Options() []Option {
	return []Option{
		{Word: string(CertificatePreparing), Label: "In preparation", Help: "not issued yet", Tone: Planned},
		{Word: string(CertificateValid), Label: "Valid", Help: "in force", Tone: Good},
		{Word: string(CertificateSuspended), Label: "Suspended", Help: "the body has suspended it: nobody may refer to it", Tone: Bad},
		{Word: string(CertificateWithdrawn), Label: "Withdrawn", Help: "the body has taken it back", Tone: None},
		{Word: string(CertificateExpired), Label: "Expired", Help: "its last day has passed", Tone: Bad},
	}
}

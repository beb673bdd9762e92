package record

import "github.com/annex-isms/annex/generator/audience"

var services = Kind{
	Name: "service", Folder: "services", Label: "Service", Plural: "Services", Article: "a service", Prefix: "SVC-", Chapter: Context,
	Help:  "What we provide to customers, what we promise about it, and what it rests on.",
	Basis: "8.1", ByTitle: true,
	New: func() Record { return new(Service) },
}

// Service is something that the organization provides to customers (clause
// 8.1).
type Service struct {
	Entry
	Description  Text
	Owner        Ref[Role]
	Status       Choice[ServiceStatus]
	Assets       Refs[Asset]
	Availability Line
	Customers    Line
	Since        Date
}

// Declare declares what a service says.
func (s *Service) Declare() []Declaration {
	return []Declaration{
		{Key: "description", Label: "Description", Must: true, Audience: audience.Staff, Place: Lede, Value: &s.Description,
			Help: "What customers get."},
		{Key: "owner", Label: "Owner", Inverse: "Owns services", Must: true, Audience: audience.Staff, Column: true, Facet: true, Value: &s.Owner,
			Help: "The role that answers for the service."},
		{Key: "status", Label: "Status", Must: true, Audience: audience.Staff, Badge: true, Value: &s.Status,
			Help: "Where it stands in its life."},
		{Key: "availability", Label: "Availability", Audience: audience.Staff, Column: true, Value: &s.Availability,
			Help: "What is promised about its being there."},
		{Key: "customers", Label: "Customers", Audience: audience.Staff, Column: true, Value: &s.Customers,
			Help: "Who uses it, and how many."},
		{Key: "since", Label: "Live since", Audience: audience.Staff, Value: &s.Since,
			Help: "The day on which it went live."},
		{Key: "assets", Label: "Rests on assets", Inverse: "Carries services", Audience: audience.Staff, Value: &s.Assets,
			Help: "The assets that provide it."},
	}
}

// ServiceStatus says where a service stands in its life.
type ServiceStatus string

// Options lists the states of a service.
func (ServiceStatus) Options() []Option {
	return []Option{
		{Word: "planned", Label: "Planned", Help: "customers cannot use it yet", Tone: Planned},
		{Word: "live", Label: "Live", Help: "customers use it", Tone: Good},
		{Word: "retired", Label: "Retired", Help: "customers can no longer use it", Tone: None},
	}
}
